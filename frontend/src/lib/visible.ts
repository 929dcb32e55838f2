/** Letters, signs and emoji can be seen; spaces, marks without ink and control characters cannot. */
export function isVisible(comment: string): boolean {
  return /[^\s\p{C}\p{Z}\p{M}\u2800\u115f\u1160\u3164\uffa0]/u.test(comment)
}
