package dev.marginal.benchmarks.killing;

import dev.marginal.tables.duckdb.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a store's plans and log, added up, keep what was promised. It reads files by SQL of its
 * own, and knows the house's caps by heart: contacts.yml as {@code simulate --daily} writes it.
 */
final class HouseCheck implements AutoCloseable {
    private static final double HALF_A_CENT = 0.005;
    private static final String KEPT_BACK = "('failed', 'cancelled', 'expired')";

    private final House house;
    private final Shelf shelf;
    private final Database sql;
    private final Map<String, String> published = new HashMap<>();
    private final Map<String, Boolean> whole = new HashMap<>();

    HouseCheck(House house, Shelf shelf) {
        this.house = house;
        this.shelf = shelf;
        this.sql = Database.over(house.folder());
        sql.run(
                "create table planned (campaign varchar, date date, number bigint, customer varchar, offer varchar, channel varchar, cost double, \"at\" timestamptz, latest timestamptz, decision_id varchar)");
        sql.run(
                "create table people as select customer_id as customer, coalesce(tz, 'Asia/Singapore') as zone from read_csv(%s, all_varchar = true)"
                        .formatted(Database.quote(house.people().toString())));
    }

    /** Everything that is broken, a line each; what was found whole before is not read again. */
    List<String> broken(boolean again) {
        if (again) {
            whole.clear();
            shelf.forget();
        }
        shelf.tell(sql);
        List<String> broken = new ArrayList<>();
        broken.addAll(several());
        broken.addAll(vanished());
        broken.addAll(torn());
        if (broken.isEmpty()) {
            gather();
            broken.addAll(overCaps());
            broken.addAll(overBudget());
        }
        return broken;
    }

    /** The folders of a date's published plans. */
    List<String> folders(LocalDate date) {
        return sql
                .rows(
                        "select folder from plan where state = 'published' and placed and date = '%s' order by 1"
                                .formatted(date))
                .stream()
                .map(row -> (String) row.get("folder"))
                .toList();
    }

    /** Whether every campaign has its plan of a date. */
    boolean isPlanned(LocalDate date) {
        shelf.tell(sql);
        return count("from plan where state = 'published' and date = '%s'".formatted(date))
                == House.CAMPAIGNS.size();
    }

    long count(String from) {
        return ((Number) sql.rows("select count(*) as n " + from).get(0).get("n")).longValue();
    }

    Database sql() {
        return sql;
    }

    private List<String> several() {
        return lines(
                "several published plans",
                "select campaign, date, count(*) as plans from plan where state = 'published' group by all having count(*) > 1");
    }

    /** A plan that was published once stays published, the same, until another supersedes it. */
    private List<String> vanished() {
        List<String> broken = new ArrayList<>();
        Map<String, String> now = new HashMap<>();
        sql.rows("select campaign || ' ' || date || ' ' || number as name, state from plan")
                .forEach(row -> now.put((String) row.get("name"), (String) row.get("state")));
        published.keySet().stream()
                .filter(name -> !List.of("published", "superseded").contains(now.get(name)))
                .forEach(name -> broken.add("vanished: " + name + " is " + now.get(name)));
        now.forEach(
                (name, state) -> {
                    if (state.equals("published")) {
                        published.put(name, state);
                    }
                });
        return broken;
    }

    private List<String> torn() {
        List<String> broken = new ArrayList<>();
        for (Map<String, Object> plan :
                sql.rows(
                        "select campaign || ' ' || date || ' ' || number as name, folder from plan where state = 'published'")) {
            String folder = (String) plan.get("folder");
            if (whole.putIfAbsent(folder, true) == null) {
                broken.addAll(torn((String) plan.get("name"), folder));
            }
        }
        return broken;
    }

    /** A folder holds what its plan.json says, to the byte, and nothing else. */
    private List<String> torn(String name, String folder) {
        if (count("from glob(%s)".formatted(Database.quote(folder + "/plan.json"))) == 0) {
            return List.of("not whole: " + name + " has no plan.json in " + folder);
        }
        return lines(
                "not whole: " + name,
                """
                with promised as (
                  select unnest(json_keys(content->'files')) as file, content->'files' as files from read_text(%1$s || '/plan.json')),
                there as (
                  select filename[length(%1$s) + 2:] as file, sha256(content) as hash from read_blob(%1$s || '/**')
                  where filename not like '%%/plan.json')
                select file, hash, json_extract_string(files, '$."' || file || '"') as promise
                from promised full join there using (file)
                where hash is null or promise is null or hash <> promise"""
                        .formatted(Database.quote(folder)));
    }

    private void gather() {
        sql.run(
                "delete from planned p where not exists (from plan l where l.state = 'published' and l.kind = 'live' and l.campaign = p.campaign and l.date = p.date and l.number = p.number)");
        for (Map<String, Object> plan :
                sql.rows(
                        "select campaign, cast(date as varchar) as day, number, folder from plan l where state = 'published' and kind = 'live' and not exists (from planned p where l.campaign = p.campaign and l.date = p.date and l.number = p.number)")) {
            sql.run(
                    """
                    insert into planned select '%s', '%s', %s, customer, offer, channel, cast(cost as double),
                      cast(send_at as timestamptz), cast(expires_at as timestamptz), decision_id
                    from read_csv(%s, all_varchar = true)"""
                            .formatted(
                                    plan.get("campaign"),
                                    plan.get("day"),
                                    plan.get("number"),
                                    Database.quote(plan.get("folder") + "/sends.csv")));
        }
        tellLog();
        sql.run(Caps.effective(KEPT_BACK));
    }

    private void tellLog() {
        sql.run(
                "create or replace table sent (customer varchar, channel varchar, tags varchar, \"at\" timestamptz, status varchar, status_at timestamptz, decision_id varchar, place bigint, row bigint)");
        for (Map<String, Object> file : sql.rows("select place, file from log order by place")) {
            sql.run(
                    "insert into sent select customer, channel, tags, sent_at, status, status_at, decision_id, %s, file_row_number from read_parquet(%s, file_row_number = true)"
                            .formatted(
                                    file.get("place"), Database.quote((String) file.get("file"))));
        }
        sql.run(
                "create or replace table told as select decision_id, arg_max(status, row(status_at, place, row)) as status from sent where decision_id <> '' group by 1");
    }

    private List<String> overCaps() {
        List<String> broken = new ArrayList<>();
        Caps.BROKEN.forEach((cap, query) -> broken.addAll(lines("over cap " + cap, query)));
        broken.addAll(
                lines(
                        "one decision in several plans",
                        "select decision_id from planned group by 1 having count(*) > 1"));
        return broken;
    }

    private List<String> overBudget() {
        List<String> broken = new ArrayList<>();
        for (String campaign : House.CAMPAIGNS) {
            broken.addAll(
                    lines(
                            "over budget",
                            "select campaign, sum(cost) as spent from planned left join told using (decision_id) where campaign = '%s' and coalesce(status, 'planned') not in %s group by 1 having spent > %s"
                                    .formatted(
                                            campaign,
                                            KEPT_BACK,
                                            house.budget(campaign) + HALF_A_CENT)));
        }
        return broken;
    }

    private List<String> lines(String what, String query) {
        return sql.rows(query).stream().limit(3).map(row -> what + ": " + row).toList();
    }

    @Override
    public void close() {
        sql.close();
    }
}
