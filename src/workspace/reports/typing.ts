/** How long a writer must pause for what waits while a line is being written to be shown, in milliseconds. */
export const PAUSE = 1000;
