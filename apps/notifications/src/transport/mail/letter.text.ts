/** The plain part. Nothing is escaped in it; comments are quoted, so that they cannot pass for our own words. */
export const letterText = `{{headline}}

{{lead}}

{{#each facts}}
{{label}}: {{value}}
{{/each}}
{{#if comment}}

{{comment.by}} wrote:

{{#each comment.lines}}
>{{#if this}} {{this}}{{/if}}
{{/each}}
{{/if}}
{{#each items}}

{{kind}} {{name}} ({{place}}){{#if note}}: {{note}}{{/if}}{{#if refusal}}: {{refusal}}{{/if}}
{{#if changes}}

{{#each changes.text.lines}}
    {{this}}
{{/each}}
{{#if changes.text.left}}
    … {{changes.text.left}} more lines in the request
{{/if}}
{{#if changes.nextRuns.times}}
    Next runs if published now ({{changes.nextRuns.timeZone}}):
{{#each changes.nextRuns.times}}
      {{this}}
{{/each}}
{{/if}}
{{/if}}
{{#if url}}
{{url}}
{{/if}}
{{/each}}
{{#if leftOut}}

{{#each leftOut}}
{{this}}
{{/each}}
{{/if}}

{{actionLabel}}: {{url}}

-- 
{{why}}
{{#if unsubscribe}}
{{unsubscribe.label}}: {{unsubscribe.url}}
{{/if}}
`;
