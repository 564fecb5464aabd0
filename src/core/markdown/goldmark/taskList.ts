import type { MarkdownIt } from 'markdown-it';

/** extension/tasklist.go: the blank within the brackets may be any, and none need follow them. */
const BOX = /^\[([\sxX])\]\s*/;

export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('block', 'task_list', (state) => {
    const { tokens } = state;
    if (!state.src.includes('[')) {
      return;
    }
    const isTask = tokens.map(
      ({ type, content }, index) =>
        type === 'inline' &&
        content.startsWith('[') &&
        tokens[index - 1]?.type === 'paragraph_open' &&
        tokens[index - 2]?.type === 'list_item_open' &&
        BOX.test(content),
    );
    if (!isTask.includes(true)) {
      return;
    }
    state.tokens = tokens.flatMap((token, index) => {
      if (!isTask[index]) {
        return [token];
      }
      const mark = BOX.exec(token.content);
      const box = new state.Token('task_box', 'input', 0);
      box.content = mark?.[1]?.trim() ?? '';
      token.content = token.content.slice(mark?.[0].length ?? 0);
      return [box, token];
    });
  });
  md.renderer.rules['task_box'] = (tokens, index) =>
    `<input ${tokens[index]?.content ? 'checked="" ' : ''}disabled="" type="checkbox"> `;
}
