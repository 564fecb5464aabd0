/** What is known of a text while it is being read. */
export interface Progress {
  readonly mayHoldLinks: boolean;
  readonly mayHoldMail: boolean;
  /** From where on the next character that stops the text has been looked for, and where it is. */
  stopFrom: number;
  stopAt: number;
  /** Behind a span or a typographic character a link may start, as at the start of a line. */
  boundary: number;
  /** Brackets that are open: within them no link is found. */
  brackets: number;
  /** Quotation marks that are open. */
  singles: number;
  doubles: number;
}
