import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import { type Calendar, hoursOf } from './calendar'
import CalendarsPage from './calendars-page'

let office: Calendar
let sent: { match: string | null; body: unknown }[] = []
const server = setupServer(
  http.get('*/api/v1/calendars', () => HttpResponse.json({ items: [office] })),
  http.put('*/api/v1/calendars/office', async ({ request }) => {
    const body = (await request.json()) as Partial<Calendar>
    sent.push({ match: request.headers.get('If-Match'), body })
    office = { ...office, ...body, version: office.version + 1 }
    return HttpResponse.json(office)
  }),
  http.delete('*/api/v1/calendars/office', () =>
    HttpResponse.json({ code: 'rule-violated', detail: 'The queue default goes by it.' }, { status: 422 }),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  sent = []
  office = {
    name: 'office',
    zone: 'UTC',
    definition: {
      weekly: [{ day: 'MONDAY', from: '09:00:00', to: '17:00:00' }],
      exceptions: [{ date: '2026-12-25', name: 'Christmas', open: [] }],
    },
    version: 3,
  }
})
afterAll(() => server.close())

const open = async () => {
  await show(<CalendarsPage />)
  await userEvent.click(await screen.findByText('office'))
}
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

it('edits opening hours and a short day, and sends the whole under the version that was opened', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Add opening hours' }))
  fill('End of opening 2', '12:30')
  fill('Hours of day 1', '9-12')
  expect(screen.getByLabelText('Hours of day 1')).toBeInvalid()
  expect(screen.getByRole('button', { name: 'Save the calendar' })).toBeDisabled()
  fill('Hours of day 1', '09:00-12:00, 13:00-15:00')
  await userEvent.click(screen.getByRole('button', { name: 'Save the calendar' }))
  await waitFor(() =>
    expect(sent).toEqual([
      {
        match: '"3"',
        body: {
          zone: 'UTC',
          definition: {
            weekly: [
              { day: 'MONDAY', from: '09:00', to: '17:00' },
              { day: 'TUESDAY', from: '09:00', to: '12:30' },
            ],
            exceptions: [
              {
                date: '2026-12-25',
                name: 'Christmas',
                open: [
                  { from: '09:00', to: '12:00' },
                  { from: '13:00', to: '15:00' },
                ],
              },
            ],
          },
        },
      },
    ]),
  )
})

it('asks once before it removes, and says why it was refused', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Remove office …' }))
  await userEvent.click(screen.getByRole('button', { name: 'Remove office for good' }))
  expect(await screen.findByText('The queue default goes by it.')).toBeInTheDocument()
})

it.each([
  ['', []],
  ['22:00-24:00', [{ from: '22:00', to: '00:00' }]],
  ['09:00–12:00', [{ from: '09:00', to: '12:00' }]],
  ['9:00-12:00', undefined],
  ['09:00', undefined],
])('reads the hours of a day: “%s”', (text, hours) => expect(hoursOf(text)).toEqual(hours))
