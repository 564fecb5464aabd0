import type { MarkdownIt, Token } from 'markdown-it';
import { safeUrl } from '../urls';
import type { GoldmarkOptions, PageEnv } from './options';

/** What Hugo writes for raw HTML; nothing for a comment, from 0.140 on. */
const OMITTED = '<!-- raw HTML omitted -->';

/** goldmark's HTML, where markdown-it's differs. The attributes are Hugo's: its summaries count them as words. */
export function output(md: MarkdownIt, { unsafe, codeFences, lineNumbers }: GoldmarkOptions): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const raw = (content: string, env: unknown) => {
    (env as PageEnv).isRaw = true;
    return content;
  };
  rules['html_inline'] = (tokens, index, _options, env) =>
    unsafe ? raw(tokens[index]?.content ?? '', env) : isComment(tokens[index]) ? '' : OMITTED;
  rules['html_block'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    if (unsafe) {
      return raw(token?.content ?? '', env);
    }
    if (!token || isComment(token)) {
      return '\n';
    }
    return `${OMITTED}\n`.repeat(hasClosingLine(token) ? 2 : 1);
  };
  rules['code_block'] = (tokens, index) =>
    `${lead(tokens, index)}<pre><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  rules['fence'] = (tokens, index) => {
    const info = md.utils.unescapeAll(tokens[index]?.info ?? '').trim();
    const content = escapeHtml(tokens[index]?.content ?? '');
    if (!codeFences) {
      const word = escapeHtml(/^\S+/.exec(info)?.[0] ?? '');
      const language = word && ` class="language-${word}"`;
      return `${lead(tokens, index)}<pre><code${language}>${content}</code></pre>\n`;
    }
    const language = escapeHtml(/^[^\s{]+/.exec(info)?.[0] ?? '');
    const isNumbered = lineNumbers || /\{[^}]*(?:linenos|hl_lines)/i.test(info);
    const attributes = language
      ? ` class="language-${language}${isNumbered ? ' numbered' : ''}" data-lang="${language}"`
      : '';
    return `${lead(tokens, index)}<pre tabindex="0"><code${attributes}>${content}</code></pre>`;
  };
  rules['link_open'] = (tokens, index, options, _env, self) => {
    secure(tokens[index], 'href');
    return self.renderToken(tokens, index, options);
  };
  const image = rules['image'];
  rules['image'] = (tokens, index, options, env, self) => {
    secure(tokens[index], 'src');
    return image ? image(tokens, index, options, env, self) : '';
  };
}

/** What follows a paragraph without tags stands on a line of its own. */
function lead(tokens: readonly Token[], index: number): string {
  return tokens[index - 1]?.hidden ? '\n' : '';
}

function secure(token: Token | undefined, attribute: 'href' | 'src'): void {
  const url = token?.attrGet(attribute);
  if (url !== undefined && url !== null && safeUrl(String(url)) === null) {
    token?.attrSet(attribute, '');
  }
}

function isComment(token: Token | undefined): boolean {
  return token?.content.trimStart().startsWith('<!--') === true;
}

/** A block that ends at a text of its own (`</script>`, `?>`) counts that line once more if it is another. */
function hasClosingLine({ content, map }: Token): boolean {
  return (
    /^\s*<(?:script|pre|style|textarea|\?|![A-Z]|!\[CDATA\[)/i.test(content.slice(0, 100)) &&
    map !== null &&
    content.trimEnd().includes('\n')
  );
}
