/** The number of this answer that the policy of the page lets styles made at run time carry. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

// where the scroll lock of dialogs looks for it
Object.assign(globalThis, { __webpack_nonce__: nonce })
