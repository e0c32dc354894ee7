package dev.marginal.spark.planning;

import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The audience of {@link SpringHouse} in sixteen files, and what is known of its people. */
final class SpringTables {
    private static final int FILES = 16;

    private SpringTables() {}

    /** Writes them beside {@code audience.csv}. */
    static void write(Path folder, int customers) throws IOException {
        Files.createDirectory(folder.resolve("audience"));
        try (Database database = Database.over(folder)) {
            database.run(
                    """
                    create table audience as
                        select * replace (if(row_number() over () % 53 = 7, null, region) as region),
                            (row_number() over () % 7)::double as minutes, row_number() over () - 1 as place
                        from read_csv('audience.csv', nullstr = '')""");
            for (int file = 0; file < FILES; file++) {
                database.run(
                        "copy (select * exclude place from audience where place >= %d and place < %d order by place) to '%s' (format parquet)"
                                .formatted(
                                        (long) customers * file / FILES,
                                        (long) customers * (file + 1) / FILES,
                                        folder.resolve(
                                                "audience/part-%02d.parquet".formatted(file))));
            }
            database.run(
                    """
                    copy (select customer_id,
                            case place % 4 when 0 then 'America/New_York' when 1 then 'Asia/Singapore' when 2 then 'Europe/Berlin' end as tz,
                            if(place % 10 = 3, 'no', 'yes') as coupon_ok
                        from audience where place % 31 <> 5 order by place)
                    to\s"""
                            + quoted(folder, "people.csv"));
            database.run(
                    "copy (select customer_id from audience where place % 97 = 11) to "
                            + quoted(folder, "suppressed.csv"));
        }
    }

    private static String quoted(Path folder, String file) {
        return Database.quote(folder.resolve(file).toString());
    }
}
