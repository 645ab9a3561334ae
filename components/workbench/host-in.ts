/** The host name in what somebody typed or pasted: an address, or a host with or without its port. Empty where there is none. */
export const hostIn = (typed: string): string => typed.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/[/:].*$/, '');
