/** Loaded only inside the extension, where no content script runs: the place from which the panel is mounted. */
export {};
