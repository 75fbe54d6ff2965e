/**
 * A picture whose looks are attributes, so that it is the same where a content policy forbids styles in it: opened by itself. What is
 * drawn for the pointer goes: nothing in it can be pointed at.
 */

const LOOKS = / style="([^"]*)"/gu;
const FOR_THE_POINTER = /<style[\s\S]*?<\/style>\s*| (?:class|pointer-events|ecmeta_\w+)="[^"]*"/gu;

export function plainSvg(svg: string): string {
  return svg
    .replace(FOR_THE_POINTER, '')
    .replace(LOOKS, (_, style: string) => attributes(style))
    .replace('<svg ', '<svg font-variant="tabular-nums" ');
}

function attributes(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .flatMap(([name = '', value = '']) => (name === '' ? [] : [` ${name.trim()}="${value.trim()}"`]))
    .join('');
}
