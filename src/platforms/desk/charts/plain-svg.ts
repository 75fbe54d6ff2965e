/** A picture whose looks are attributes, so that it is the same where a content policy forbids styles in it: opened by itself. */

const STYLE = / style="([^"]*)"/gu;

export function plainSvg(svg: string): string {
  return svg
    .replace(STYLE, (_, style: string) => attributes(style))
    .replace('<svg ', '<svg font-variant="tabular-nums" ');
}

function attributes(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .flatMap(([name = '', value = '']) => (name === '' ? [] : [` ${name.trim()}="${value.trim()}"`]))
    .join('');
}
