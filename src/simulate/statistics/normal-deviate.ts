/** The standard normal deviate at 97.5 %: what every 95 % interval here is wide. */
export const NORMAL_DEVIATE = 1.959963984540054;
