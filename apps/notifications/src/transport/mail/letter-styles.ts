const sans = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;";
const wrap = 'white-space:pre-wrap;word-break:break-word;overflow-wrap:anywhere;';
const soft = 'color:#57606a;';
const ink = 'color:#1f2328;';
const cell = `${sans}padding:7px 12px;font-size:13px;line-height:19px;vertical-align:top;border-top:1px solid #d8dee4;overflow-wrap:anywhere;`;

/** Every colour is set together with its background, so that no client's idea of dark mode leaves text unreadable. */
const dark = `
.page{background:#0d1117!important}.card{background:#161b22!important;border-color:#30363d!important}
.ink{color:#e6edf3!important}.soft{color:#9da7b3!important}.link{color:#79b8ff!important}
.quote{background:#1c2128!important;border-color:#58789f!important}.item{border-color:#30363d!important}
.frame{border-color:#30363d!important}.head{background:#1c2128!important;color:#9da7b3!important}.cell{border-color:#30363d!important}
.same{background:#161b22!important;color:#c9d1d9!important}.gap{background:#1c2128!important;color:#9da7b3!important}
.added{background:#12301c!important;color:#aff5b4!important}.removed{background:#3a1519!important;color:#ffdcd7!important}
.refusal{background:#3a1519!important;border-color:#b5545c!important;color:#ffdcd7!important}
.old{color:#ffb3ab!important}.new{color:#aff5b4!important}.button{background:#2f6fe0!important}`;

export const letterStyles = {
  sheet: `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}
@media (max-width:680px){.column{width:100%!important}.card{padding:24px 18px!important}}`,
  page: 'margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%;',
  preheader: 'display:none;max-height:0;overflow:hidden;opacity:0;color:transparent;',
  margin: 'padding:28px 12px;',
  column: 'width:640px;max-width:100%;',
  masthead: `${sans}${soft}padding:0 4px 14px;font-size:13px;line-height:18px;`,
  brand: `${ink}font-weight:700;letter-spacing:.01em;`,
  card: 'background:#ffffff;border:1px solid #d8dee4;border-radius:10px;padding:32px;',
  headline: `${sans}${ink}margin:0 0 8px;font-size:22px;line-height:29px;font-weight:650;overflow-wrap:anywhere;`,
  lead: `${sans}${ink}margin:0 0 14px;font-size:15px;line-height:22px;`,
  facts: `${sans}${soft}margin:0 0 20px;font-size:13px;line-height:20px;`,
  fact: `${ink}font-weight:600;overflow-wrap:anywhere;`,
  quote: 'background:#f6f8fa;border-left:3px solid #8fb0e8;border-radius:0 6px 6px 0;padding:12px 16px;',
  quoteBy: `${sans}${soft}font-size:12px;line-height:18px;padding-bottom:2px;`,
  quoteLine: `${sans}${ink}font-size:15px;line-height:22px;overflow-wrap:anywhere;`,
  buttonRow: 'margin:22px 0 28px;',
  buttonCell: 'background:#1a56c4;border-radius:7px;',
  button: `${sans}display:inline-block;padding:11px 22px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;`,
  spelledOut: `${sans}${soft}margin:0;font-size:13px;line-height:20px;overflow-wrap:anywhere;`,
  item: 'border-top:1px solid #d8dee4;padding:20px 0 8px;',
  itemName: `${sans}${ink}margin:0;font-size:16px;line-height:22px;font-weight:650;overflow-wrap:anywhere;`,
  itemPlace: `${sans}${soft}font-size:13px;line-height:20px;padding-bottom:10px;overflow-wrap:anywhere;`,
  refusal: `${sans}background:#fdeaea;border-left:3px solid #d1626b;border-radius:0 6px 6px 0;color:#6e1318;padding:9px 14px;margin:2px 0 12px;font-size:14px;line-height:20px;overflow-wrap:anywhere;`,
  link: 'color:#1a56c4;text-decoration:none;',
  frame: 'border:1px solid #d8dee4;border-radius:6px;border-collapse:separate;overflow:hidden;margin:2px 0 12px;',
  sign: `${mono}width:14px;padding:1px 0 1px 10px;font-size:12px;line-height:19px;vertical-align:top;`,
  code: `${mono}${wrap}padding:1px 12px 1px 6px;font-size:12px;line-height:19px;`,
  head: `${sans}${soft}background:#f6f8fa;padding:6px 12px;font-size:12px;line-height:18px;font-weight:600;`,
  label: `${cell}${ink}`,
  absent: `${cell}${soft}`,
  before: `${cell}color:#a4262c;`,
  after: `${cell}color:#116329;`,
  runs: `${sans}${soft}font-size:12px;line-height:18px;padding-bottom:12px;`,
  run: 'white-space:nowrap;',
  leftOut: `${sans}${soft}margin:8px 0 0;font-size:13px;line-height:19px;`,
  footer: `${sans}${soft}padding:16px 4px 0;font-size:12px;line-height:18px;`,
  unsubscribe: 'color:#57606a;text-decoration:underline;',
  marks: {
    same: 'background:#ffffff;color:#1f2328;',
    added: 'background:#e3f7e8;color:#0b4420;',
    removed: 'background:#fdeaea;color:#6e1318;',
    gap: 'background:#f6f8fa;color:#57606a;',
  },
} as const;
