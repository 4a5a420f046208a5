/** True in `npm run test:faults`: at its whole size what the ordinary run does with a part that proves the same. */
export const isWholeRun = process.env['PANTAU_WHOLE'] === 'yes'
