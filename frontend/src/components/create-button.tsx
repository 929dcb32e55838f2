import { Button, type ButtonProps } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { t } from '@/lib/text'

/** Opens the dialog that creates tasks, over the page where it stands. For admins. */
export function CreateButton(props: Pick<ButtonProps, 'variant'>) {
  const navigate = useNavigate()
  return (
    <Button
      {...props}
      onClick={() =>
        void navigate({ to: '.', search: (now: object) => ({ ...now, create: 'one' }), resetScroll: false })
      }
    >
      {t('create.command')}
    </Button>
  )
}
