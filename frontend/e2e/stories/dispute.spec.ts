import { expect, test } from '../fixture'
import { mark, newcomer } from '../people'

test('somebody reports a decision as wrong, a manager answers, and the answer comes back', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const title = `Lens ${mark()}`
  const reason = `Somebody else was free ${mark()}`
  const answer = `Nobody else has the skill ${mark()}`

  const desk = await person(wren.username, '/desk')
  await desk.getByRole('button', { name: 'Start shift' }).click()
  await wren.ask(title)
  await expect(desk.getByRole('heading', { name: title })).toBeVisible()
  await desk.getByText('Why you', { exact: true }).click()
  await desk.getByRole('button', { name: 'Report a wrong decision' }).click()
  await desk.getByLabel('What is wrong about it').fill(reason)
  await desk.getByRole('button', { name: 'Send the report' }).click()
  await expect(desk.getByText('Your report was sent.')).toBeVisible()

  const manager = await person('manager', '/coordination')
  await manager.goto('/coordination')
  const report = manager.getByRole('article', { name: `Wren Desk: ${title}` })
  await expect(report).toContainText(reason)
  await expect(report).toContainText('How it was decided:')
  await report.getByRole('button', { name: 'Answer …' }).click()
  await report.getByRole('textbox', { name: 'Answer' }).fill(answer)
  await report.getByRole('button', { name: 'Send the answer' }).click()
  await expect(report).toContainText(answer)

  await expect(desk.getByText(answer)).toBeVisible()
  await desk.getByRole('button', { name: /^\d+ new notices?$/ }).click()
  await desk.getByRole('link', { name: `answered your report about ${title}` }).click()
  await expect(desk.getByRole('list', { name: 'What you reported as wrong' })).toContainText(answer)
})
