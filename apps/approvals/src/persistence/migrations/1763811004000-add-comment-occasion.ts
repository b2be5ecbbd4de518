import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments that came with a decision join the thread, those of decisions made before included. */
export class AddCommentOccasion1763811004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comment add column occasion text
        constraint comment_occasion check (occasion in ('vote', 'approved', 'direct', 'withdrawn', 'draft_deleted'));
      with decided as (
        insert into comment (workspace_id, id, request_id, commented_by, commented_at, text, occasion)
          select workspace_id, gen_random_uuid(), id, decided_by, decided_at, decision_comment, how
            from approval_request where decision_comment <> ''
          returning workspace_id, request_id, commented_by, id, text),
      voted as (
        insert into comment (workspace_id, id, request_id, commented_by, commented_at, text, occasion)
          select v.workspace_id, gen_random_uuid(), v.request_id, v.member_id, v.voted_at, v.comment, 'vote'
            from vote v join approval_request r on r.workspace_id = v.workspace_id and r.id = v.request_id
           where v.comment <> '' and (r.decided_by, r.decided_at) is distinct from (v.member_id, v.voted_at)
          returning workspace_id, request_id, commented_by, id, text)
      insert into request_text (workspace_id, number, of_id, kind, folded)
        select r.workspace_id, r.number, c.id, 'comment', lower(normalize(c.text, nfkc))
          from (select * from decided union all select * from voted) c
          join approval_request r on r.workspace_id = c.workspace_id and r.id = c.request_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from request_text t using comment c
       where c.occasion is not null and t.workspace_id = c.workspace_id and t.of_id = c.id;
      delete from comment where occasion is not null;
      alter table comment drop column occasion`);
  }
}
