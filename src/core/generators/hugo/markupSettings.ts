import type { GoldmarkOptions, Typographer } from '../../markdown/goldmark/options';

/** What a site says of its Markdown; undefined where it says nothing. */
export interface Markup {
  readonly unsafe?: boolean;
  readonly hardWraps?: boolean;
  readonly xhtml?: boolean;
  readonly table?: boolean;
  readonly strikethrough?: boolean;
  readonly linkify?: boolean;
  readonly linkifyProtocol?: string;
  readonly taskList?: boolean;
  readonly definitionList?: boolean;
  readonly footnote?: boolean;
  readonly backlink?: string;
  readonly emoji?: boolean;
  /** Whether it is off, and what stands for its characters. */
  readonly typographerOff?: boolean;
  readonly typographer?: Partial<Typographer>;
  readonly titleAttributes?: boolean;
  readonly blockAttributes?: boolean;
  readonly headingIds?: boolean;
  readonly extras?: Partial<GoldmarkOptions['extras']>;
  readonly passthrough?: GoldmarkOptions['passthrough'];
  readonly lineBreaks?: 'simple' | 'css3draft';
  readonly escapedSpace?: boolean;
  readonly wrapsImages?: boolean;
  readonly codeFences?: boolean;
  readonly lineNumbers?: boolean;
  /** Settings that are tables, which versions before could only switch on and off. */
  readonly hasTypographerTable?: boolean;
  readonly hasFootnoteTable?: boolean;
}
