/** The commands of maqal: the first word of a command line that is none of them is a source. */
export const commands = [
  'print',
  'analyze',
  'search',
  'doctor',
  'export',
  'library',
  'forget',
  'config',
  'keys',
  'completion',
] as const;
