import { plainLine } from './talkDetails';

/** A link of a talk, as it is written. */
export interface TalkLink {
  readonly title: string;
  readonly url: string;
  readonly kind: 'slides' | 'video' | 'other';
}

/** How many links of a talk are of use, and how long its text may be that is searched (UTF-16 code units). */
const MAX_LINKS = 50;
const MAX_CONTENT = 50_000;

const SLIDES_LABEL =
  /\b(?:slides?|slidedeck|deck|slideshow|presentation|folien|präsentation|diapositives|diapositivas)\b/i;
const SLIDES_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:speakerdeck\.com|slideshare\.net|slides\.com|slid\.es|noti\.st|docs\.google\.com\/presentation|canva\.com\/design|prezi\.com|pitch\.com|gamma\.app|sched\.com\/.*\.(?:pdf|pptx?))(?:[/?#]|$)/i;
const SLIDES_FILE = /\.(?:pdf|pptx?|key|odp)(?:$|[?#])/i;
const VIDEO_LABEL =
  /\b(?:videos?|recording|recorded|watch|youtube|vimeo|livestream|aufzeichnung|vídeo|vidéo)\b/i;
const VIDEO_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|media\.ccc\.de|infoq\.com\/presentations|channel9\.msdn\.com|peertube\.[\w-]+|twitch\.tv\/videos|loom\.com\/share|air\.mozilla\.org|ted\.com\/talks)(?:[/?#]|$)/i;
const VIDEO_FILE = /\.(?:mp4|webm|m4v|mov|ogv)(?:$|[?#])/i;

/** Inline links, references, and addresses in angle brackets or alone; of an image none. */
const LINKS =
  /(?<!!)\[([^\]\n]{1,300})\](?:\(<?([^\s()<>]{1,1000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,500})?)>?[^)\n]{0,300}\)|\[([^\]\n]{0,100})\])|<(https?:[^\s<>]{1,1000})>|(?<![\w(\]"'=<])(https?:\/\/[^\s<>()"'\]]{1,1000})/g;

/** `{{< youtube id >}}` and `{% youtube id %}`, as Hugo and plugins of Jekyll have them. */
const EMBEDS = /\{(?:\{[<%]|%)\s*(youtube|vimeo)\s+(?:id=)?["']?([\w-]{5,20})["']?[^}]{0,200}\}/g;

/** The targets of references, by their labels in lower case. */
export type Definitions = ReadonlyMap<string, string>;

/** Finds the link definitions of a text, wherever they stand. */
export function definitionsOf(text: string): Definitions {
  const found = new Map<string, string>();
  for (const [, label = '', url = ''] of text.matchAll(
    /^ {0,3}\[([^\]\n^]{1,100})\]:[ \t]*<?(https?:[^\s>]{1,1000})/gm,
  )) {
    const name = label.toLowerCase();
    if (!found.has(name)) {
      found.set(name, url);
    }
  }
  return found;
}

/** The links of a talk's text, each target once. */
export function linksOf(content: string, definitions: Definitions): TalkLink[] {
  const markdown = content.slice(0, MAX_CONTENT);
  if (!/[[{]|https?:/.test(markdown)) {
    return [];
  }
  const links = new Map<string, TalkLink>();
  const add = (title: string, url: string, label: string) => {
    if (/^https?:\/\/[^\s/]/i.test(url) && !links.has(url) && links.size < MAX_LINKS) {
      links.set(url, { title: plainLine(title) || url, url, kind: kindOf(label, url) });
    }
  };
  for (const match of markdown.matchAll(LINKS)) {
    const [, title = '', target, reference, bracketed, bare] = match;
    const url = target ?? bracketed ?? bare?.replace(/[.,:;!?*_]+$/, '');
    if (url === undefined) {
      add(
        title,
        definitions.get((reference ?? '').toLowerCase()) ?? definitions.get(title.toLowerCase()) ?? '',
        title,
      );
    } else if (title === '') {
      // What it is stands before it: `Slides: https://…`.
      const label =
        /(?:^|\n)[\s>*_+-]*(?:\p{Extended_Pictographic}\uFE0F?\s*)?([^\n:]{1,40}?)[*_]*\s*:[*_]*\s*$/u.exec(
          markdown.slice(Math.max(0, match.index - 60), match.index),
        )?.[1];
      add(label ?? '', url, label ?? '');
    } else {
      add(title, url, title);
    }
  }
  for (const [, host = '', id = ''] of markdown.matchAll(EMBEDS)) {
    add('', host === 'vimeo' ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`, '');
  }
  return [...links.values()];
}

/** By its label first: slides lie on video hosts' pages, too, but not the other way round. */
function kindOf(title: string, url: string): TalkLink['kind'] {
  const [isSlides, isVideo] = [SLIDES_LABEL.test(title), VIDEO_LABEL.test(title)];
  if (isSlides !== isVideo) {
    return isSlides ? 'slides' : 'video';
  }
  return VIDEO_HOST.test(url) || VIDEO_FILE.test(url)
    ? 'video'
    : SLIDES_HOST.test(url) || SLIDES_FILE.test(url)
      ? 'slides'
      : 'other';
}
