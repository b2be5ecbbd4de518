import { letterStyles as s } from './letter-styles.ts';

/** The pretty part: tables and inline styles, because that is what mail clients understand. */
export const letterHtml = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>${s.sheet}</style>
</head>
<body class="page" style="${s.page}">
<div style="${s.preheader}">{{lead}}{{#if comment}} {{comment.by}}: {{#each comment.lines}}{{this}} {{/each}}{{/if}}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="${s.margin}">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" class="column" style="${s.column}">
<tr><td class="soft" style="${s.masthead}"><span class="ink" style="${s.brand}">Imprimatur</span> &nbsp;·&nbsp; <bdi>{{workspace}}</bdi></td></tr>
<tr><td class="card" style="${s.card}">
<h1 class="ink" dir="auto" style="${s.headline}">{{headline}}</h1>
<p class="ink" style="${s.lead}">{{lead}}</p>
<p class="soft" style="${s.facts}">{{#each facts}}{{label}} <bdi class="ink" style="${s.fact}">{{value}}</bdi>{{#unless @last}}&nbsp;&nbsp;·&nbsp;{{/unless}} {{/each}}</p>
{{#if comment}}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="quote" style="${s.quote}">
<div class="soft" style="${s.quoteBy}"><bdi>{{comment.by}}</bdi> wrote</div>
{{#each comment.lines}}<div class="ink" dir="auto" style="${s.quoteLine}">{{this}}&nbsp;</div>{{/each}}
</td></tr></table>
{{/if}}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${s.buttonRow}"><tr><td class="button" bgcolor="#1a56c4" style="${s.buttonCell}"><a href="{{url}}" style="${s.button}">{{actionLabel}}</a></td></tr></table>
{{#if spelledOut}}<p class="soft" style="${s.spelledOut}">If the button does not work, open this link:<br><a class="link" href="{{url}}" style="${s.link}">{{url}}</a></p>{{/if}}
{{#each items}}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="item" style="${s.item}">
<h2 class="ink" style="${s.itemName}">{{#if url}}<a class="link" href="{{url}}" style="${s.link}"><bdi>{{name}}</bdi></a>{{else}}<bdi>{{name}}</bdi>{{/if}}</h2>
<div class="soft" style="${s.itemPlace}">{{kind}} &nbsp;·&nbsp; <bdi>{{place}}</bdi>{{#if note}} &nbsp;·&nbsp; <bdi class="ink" style="${s.fact}">{{note}}</bdi>{{/if}}</div>
{{#if refusal}}<div class="refusal" dir="auto" style="${s.refusal}">{{refusal}}</div>{{/if}}
{{#with changes}}
{{#if code.lines}}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="frame" style="${s.frame}">
{{#each code.lines}}<tr><td class="{{mark}} sign" style="${s.sign}{{lookup @root.marks mark}}">{{lookup @root.signs mark}}</td><td class="{{mark}}" dir="ltr" style="${s.code}{{lookup @root.marks mark}}">{{text}}</td></tr>
{{/each}}
{{#if code.left}}<tr><td class="gap sign" style="${s.sign}${s.marks.gap}">…</td><td class="gap" style="${s.code}${s.marks.gap}">{{code.left}} more lines in the request</td></tr>{{/if}}
</table>
{{/if}}
{{#if settings.rows}}
<table width="100%" cellpadding="0" cellspacing="0" border="0" class="frame" style="${s.frame}">
<tr><th class="head" align="left" width="34%" style="${s.head}">Setting</th>{{#if settings.compared}}<th class="head" align="left" width="33%" style="${s.head}">Now</th>{{/if}}<th class="head" align="left" style="${s.head}">Proposed</th></tr>
{{#each settings.rows}}<tr><td class="ink cell" style="${s.label}"><bdi>{{label}}</bdi></td>{{#if ../settings.compared}}{{#if before}}<td class="old cell" style="${s.before}"><bdi>{{before}}</bdi></td>{{else}}<td class="soft cell" style="${s.absent}">–</td>{{/if}}{{#if after}}<td class="new cell" style="${s.after}"><bdi>{{after}}</bdi></td>{{else}}<td class="soft cell" style="${s.absent}">removed</td>{{/if}}{{else}}<td class="ink cell" style="${s.label}"><bdi>{{after}}</bdi></td>{{/if}}</tr>
{{/each}}
{{#if settings.left}}<tr><td class="soft cell" colspan="3" style="${s.label}">{{settings.left}} more settings in the request</td></tr>{{/if}}
</table>
{{/if}}
{{#if nextRuns.times}}<div class="soft" style="${s.runs}">Next runs if published now ({{nextRuns.timeZone}}):<br>{{#each nextRuns.times}}<span style="${s.run}">{{this}}{{#unless @last}}&nbsp;&nbsp;·&nbsp;{{/unless}}</span> {{/each}}</div>{{/if}}
{{/with}}
</td></tr></table>
{{/each}}
{{#each leftOut}}<p class="soft" style="${s.leftOut}">{{this}}</p>{{/each}}
</td></tr>
<tr><td class="soft" style="${s.footer}"><bdi>{{why}}</bdi>{{#if unsubscribe}}<br><a class="soft" href="{{unsubscribe.url}}" style="${s.unsubscribe}">{{unsubscribe.label}}</a>{{/if}}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
