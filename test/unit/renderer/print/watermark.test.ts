import { expect, test } from 'vitest'
import { canBeDrawn } from '../../../../renderer/print/Watermark'
import { translator } from '../../../../shared/messages/catalogue'

test('the word for invented data can be drawn in both languages', () => {
  for (const language of ['id', 'en'] as const)
    for (const purpose of ['demo', 'training'] as const)
      expect(canBeDrawn(translator(language)(`report.watermark.${purpose}`)), `${language} ${purpose}`).toBe(true)
  expect(canBeDrawn('X')).toBe(false)
})
