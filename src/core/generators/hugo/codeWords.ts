/** Languages whose words are mostly not coloured, so that Hugo counts them. */
const PLAIN =
  /^(?:|text|txt|plain|plaintext|console|bash|sh|shell|zsh|python|py|ruby|rb|sql|ini|toml|dockerfile|docker)$/;

/** The languages that people write about most; what is coloured of the others is not known. */
const COLOURED =
  /^(?:text|txt|plain|plaintext|console|bash|sh|shell|zsh|fish|powershell|ps1|python|py|ruby|rb|sql|mysql|postgres|ini|toml|yaml|yml|json|json5|jsonc|xml|html|css|scss|sass|less|js|javascript|jsx|ts|typescript|tsx|vue|svelte|go|golang|rust|rs|c|cpp|c\+\+|csharp|cs|c#|java|kotlin|kt|scala|groovy|swift|objective-c|php|perl|lua|r|julia|dart|elixir|erlang|haskell|hs|clojure|lisp|scheme|fsharp|ocaml|zig|nim|dockerfile|docker|makefile|make|cmake|nginx|apache|hcl|terraform|tf|bicep|protobuf|proto|graphql|diff|patch|markdown|md|tex|latex|vim|awk|sed|http|prolog|matlab|solidity|nix|puppet|jinja|django|liquid|handlebars|go-html-template|gotemplate|cypher|sparql|turtle|properties|csv|batch|bat|asm|nasm|fortran|cobol|pascal|ada|d|v|crystal|elm|wasm|glsl|cuda)$/i;

/** Rendered code blocks, with their language. */
const BLOCK =
  /<pre[^<>]*><code(?: class="(?:[^"]* )?language-([^"\s]*)[^"]*")?[^<>]*>([^<]*)<\/code><\/pre>/g;

/**
 * Puts as many words in the places of code blocks as Hugo counts in them. It counts words of HTML but leaves out what
 * looks like an attribute, and with it the first word behind each: of code that is coloured (which ours is not) few words
 * are left but the ends of lines, and what goes on after the first word of a comment or a string. Which words are
 * coloured depends on the language; this is close, not exact.
 */
export function countedCode(html: string): string {
  return html.includes('<pre')
    ? html.replace(BLOCK, (_block, language: string | undefined, code: string) =>
        ' w'
          .repeat(language === undefined ? Math.max(0, words(code) - 1) : colouredWords(language, code))
          .concat(' '),
      )
    : html;
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function colouredWords(language: string, code: string): number {
  const lines = code.replace(/\n$/, '').split('\n');
  const plain = PLAIN.test(language.toLowerCase());
  if (!COLOURED.test(language)) {
    return words(code);
  }
  return lines.reduce((sum, line) => {
    const inner = line.match(/(?:#|\/\/|--) .*|&quot;.*?&quot;|"[^"]*"|'[^']*'/g) ?? [];
    const goesOn = inner.reduce((count, part) => count + Math.max(0, words(part) - 1), 0);
    return sum + (plain ? Math.max(0, words(line) - 1) : goesOn);
    // `data-lang=…` does not look like an attribute, and neither do the tags between two lines.
  }, lines.length);
}
