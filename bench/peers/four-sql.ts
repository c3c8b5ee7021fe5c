/** The countings of `../programs/four.ts` over a table `events`, with windows and no join that grows with the square of a user's rows. */
export const FOUR_SQL = {
  experiment: `
    with exposed as (
      select user_id, arg_min(variant, ts) as arm, min(ts) as t0
      from events where event = 'exposure' group by user_id
    ), matured as (select * from exposed where t0 + interval 7 day <= timestamp '2026-02-02'),
    bought as (
      select user_id, count(*) as n, sum(amount) as total
      from events join matured using (user_id)
      where event = 'purchase' and ts >= t0 and ts < t0 + interval 7 day group by user_id
    )
    select arm, count(*)::double, count(n)::double, coalesce(sum(total), 0)::double
    from matured left join bought using (user_id) group by arm`,
  retention: `
    with started as (
      select user_id, min(ts) as t0 from events where event = 'exposure' group by user_id
    ), cohorts as (
      select user_id, t0, date_trunc('day', t0) as day from started
    ), sizes as (select day, count(*) as users from cohorts group by day),
    back as (
      select day, date_diff('day', day, ts) as k, count(distinct user_id) as users
      from events join cohorts using (user_id)
      where ts >= t0 and date_diff('day', day, ts) between 1 and 13 group by day, k
    )
    select strftime(day, '%Y-%m-%d'), k::double, sizes.users::double, coalesce(back.users, 0)::double
    from sizes cross join range(1, 14) as offsets(k) left join back using (day, k)
    where day + to_days((k + 1)::int) <= timestamp '2026-02-02'`,
  funnel: `
    with next_purchase as (
      select user_id, ts, event, min(case when event = 'purchase' then ts end) over later as bought
      from events where event in ('view', 'cart', 'purchase')
      window later as (partition by user_id order by ts range between current row and unbounded following)
    ), next_cart as (
      select user_id, ts, event,
        min(case when event = 'cart' then ts end) over later as carted,
        min(case when event = 'cart' then bought end) over later as bought
      from next_purchase
      window later as (partition by user_id order by ts range between current row and unbounded following)
    ), furthest as (
      select user_id, max(case
        when bought <= ts + interval 7 day then 3 when carted <= ts + interval 7 day then 2 else 1 end) as step
      from next_cart where event = 'view' and ts + interval 7 day <= timestamp '2026-02-02' group by user_id
    )
    select count(*)::double, count(*) filter (step >= 2)::double, count(*) filter (step >= 3)::double
    from furthest`,
  attribution: `
    with journeys as (
      select user_id, ts, event, channel,
        min(case when event = 'purchase' then ts end) over (
          partition by user_id order by ts range between current row and unbounded following) as bought
      from events where event in ('view', 'purchase')
    ), touches as (
      select user_id, bought, channel from journeys
      where event = 'view' and bought <= ts + interval 7 day
    ), sold as (
      select user_id, ts as bought, count(*) as n, sum(amount) as total
      from events where event = 'purchase' group by user_id, ts
    ), lengths as (select user_id, bought, count(*) as length from touches group by user_id, bought)
    select channel, sum(n / length)::double, sum(total / length)::double
    from touches join lengths using (user_id, bought) join sold using (user_id, bought) group by channel
    union all
    select (sum(n)::double)::varchar, null, null from sold`,
} as const;
