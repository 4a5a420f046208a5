/**
 * Shares that this console holds a unit against where no rule names one. Internal, and shown as such: a rule gives a
 * limit in days, not how often it must be kept.
 */
export const SP3D_TARGET = 0.8
