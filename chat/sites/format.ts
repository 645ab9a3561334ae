/** The head of every site profile file. Apart from the schema, so that a shop's page need not load Zod. */
export const PROFILE_FORMAT = 'chatside-site';
/** Raised only when an older Chatside could misread the file. */
export const PROFILE_VERSION = 1;
