import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/** Calm and exact: system font, small radius, one accent. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '14px' } } },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, events: { hover: true, focus: true, touch: true } },
    },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
  },
})

/** The colours that Mantine has too pale for WCAG 2.2 AA, and the surfaces of the frame. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-red-outline': '#c92a2a',
    '--mantine-color-teal-outline': '#087f5b',
    '--mantine-color-anchor': '#1864ab',
    '--mantine-color-body': '#ffffff',
    '--w-canvas': '#f8f9fa',
    '--w-line': '#dee2e6',
    '--w-hover': '#f1f3f5',
    '--w-selected': '#e7f0fa',
    '--w-changed': '#fff3bf',
    '--w-good': '#087f5b',
    '--w-warn': '#964600',
    '--w-bad': '#c92a2a',
    '--w-accent': '#1864ab',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b4b8',
    '--mantine-color-placeholder': '#a6a9ad',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-red-outline': '#ff8787',
    '--mantine-color-anchor': '#74c0fc',
    '--mantine-color-body': '#1a1c1f',
    '--w-canvas': '#141618',
    '--w-line': '#34383d',
    '--w-hover': '#25282c',
    '--w-selected': '#1c2f42',
    '--w-changed': '#4a3f10',
    '--w-good': '#63e6be',
    '--w-warn': '#ffc078',
    '--w-bad': '#ff8787',
    '--w-accent': '#74c0fc',
  },
})
