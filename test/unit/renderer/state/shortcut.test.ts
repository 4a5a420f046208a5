import { expect, test } from 'vitest'
import { matches, type KeyPress } from '../../../../renderer/state/shortcut'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test.each([
  ['mod+k', press('k', { ctrlKey: true }), true],
  ['mod+k', press('K', { metaKey: true }), true],
  ['mod+k', press('k'), false],
  ['p', press('p', { ctrlKey: true }), false],
  ['p', press('P', { shiftKey: true }), true],
  ['?', press('?', { shiftKey: true }), true],
  ['alt+1', press('1', { altKey: true }), true],
  ['alt+1', press('1', { altKey: true, ctrlKey: true }), false],
  ['F11', press('F11'), true],
  ['mod+shift+p', press('p', { ctrlKey: true }), false],
])('%s', (shortcut, key, expected) => {
  expect(matches(shortcut, key)).toBe(expected)
})
