import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { Dropdown } from '@/components/dropdown'
import { prefer, usePreference } from '@/lib/preferences'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import icon from '../icon.svg'
import { navigation } from '../pages'
import classes from './frame.module.css'

const TABS = 4

export function Rail() {
  const user = useUser()
  const collapsed = usePreference('railCollapsed')
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose
  const toggle = t(collapsed ? 'nav.expand' : 'nav.collapse')
  return (
    <nav className={classes['rail']} data-collapsed={collapsed || undefined} aria-label={t('nav.label')}>
      <Link to="/" className={classes['mark']}>
        <img src={icon} alt={collapsed ? t('app.name') : ''} />
        <span className={classes['word']}>{t('app.name')}</span>
      </Link>
      <ul className={classes['list']}>
        {navigation(user).map((entry) => (
          <li key={entry.path}>
            <Link
              to={entry.path}
              className={classes['entry']}
              {...(collapsed && { title: t(entry.label), 'aria-label': t(entry.label) })}
            >
              <entry.icon size={16} aria-hidden />
              <span className={classes['word']}>{t(entry.label)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ActionIcon
        className={classes['collapse'] ?? ''}
        size={36}
        title={toggle}
        aria-label={toggle}
        aria-expanded={!collapsed}
        onClick={() => prefer({ railCollapsed: !collapsed })}
      >
        <Icon size={16} />
      </ActionIcon>
    </nav>
  )
}

/** On a phone: the first pages at the thumb, the others behind "More". */
export function BottomBar() {
  const entries = navigation(useUser())
  const rest = entries.length > TABS + 1 ? entries.slice(TABS) : []
  const tabs = rest.length > 0 ? entries.slice(0, TABS) : entries
  return (
    <nav className={classes['bottom']} aria-label={t('nav.label')}>
      {tabs.map((entry) => (
        <Link key={entry.path} to={entry.path} className={classes['tab']}>
          <entry.icon size={18} aria-hidden />
          <span>{t(entry.label)}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <Dropdown
          label={t('nav.more')}
          width={220}
          target={(props) => (
            <button type="button" className={classes['tab']} {...props}>
              <MenuIcon size={18} aria-hidden />
              <span>{t('nav.more')}</span>
            </button>
          )}
        >
          {(close) => (
            <ul className={classes['list']}>
              {rest.map((entry) => (
                <li key={entry.path}>
                  <Link to={entry.path} className={classes['entry']} onClick={close}>
                    <entry.icon size={16} aria-hidden />
                    {t(entry.label)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Dropdown>
      )}
    </nav>
  )
}
