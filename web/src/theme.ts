import {
  Button,
  createTheme,
  Drawer,
  Loader,
  Modal,
  MultiSelect,
  NativeSelect,
  NumberInput,
  TextInput,
} from '@mantine/core'

/** The head of a dialog is a <header>, which outside of everything else would be the page's banner. */
const dialog = { lockScroll: false, attributes: { header: { role: 'presentation' } } }

/**
 * Colours and fonts come from colours.css and base.css, not from here: what Mantine would write into
 * <style> elements the Content-Security-Policy (`style-src 'self'`) forbids. For the same reason
 * dialogs don't lock scrolling, which Mantine does by a <style> element too.
 */
export const theme = createTheme({
  primaryColor: 'orange',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'xs' } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Loader: Loader.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({ defaultProps: { ...dialog, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { ...dialog, position: 'right' } }),
  },
})
