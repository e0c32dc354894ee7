package dev.marginal.tables.duckdb;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.InstantColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/** A table of ours as a table function of DuckDB, which hands out its rows chunk by chunk. */
final class TableRows implements DuckDBTableFunction<Table, AtomicInteger, Object> {
    static final String NAME = "rows_of_table";

    private static final int DIGITS = 18;
    private static final int DECIMALS = 6;

    private final Table table;

    private TableRows(Table table) {
        this.table = table;
    }

    static void register(DuckDBConnection connection, Table table) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME).withFunction(new TableRows(table)).register(connection);
        }
    }

    @Override
    public Table bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        for (Column column : table.columns()) {
            try (DuckDBLogicalType type = type(column)) {
                info.addResultColumn(column.name(), type);
            }
        }
        return table;
    }

    @Override
    public AtomicInteger init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new AtomicInteger();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        AtomicInteger next = info.getInitData();
        int first = next.get();
        int rows = (int) Math.min(chunk.capacity(), table.rows() - first);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            fill(chunk.vector(i), columns.get(i), first, rows);
        }
        next.addAndGet(rows);
        return rows;
    }

    private static DuckDBLogicalType type(Column column) throws SQLException {
        if (column instanceof MoneyColumn) {
            return DuckDBLogicalType.decimal(DIGITS, DECIMALS);
        }
        if (column instanceof NumberColumn) {
            return DuckDBLogicalType.of(DuckDBColumnType.FLOAT);
        }
        if (column instanceof InstantColumn) {
            return DuckDBLogicalType.of(DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE);
        }
        return DuckDBLogicalType.of(
                column instanceof AmountColumn
                        ? DuckDBColumnType.DOUBLE
                        : DuckDBColumnType.VARCHAR);
    }

    private static void fill(DuckDBWritableVector vector, Column column, int first, int rows) {
        if (column instanceof NumberColumn numbers) {
            fill(vector, numbers.values(), first, rows);
        } else if (column instanceof CategoryColumn categories) {
            fill(vector, categories, first, rows);
        } else if (column instanceof InstantColumn instants) {
            fill(vector, instants.micros(), first, rows);
        } else if (column instanceof AmountColumn amounts) {
            for (int i = 0; i < rows; i++) {
                vector.setDouble(i, amounts.values()[first + i]);
            }
        } else if (column instanceof MoneyColumn money) {
            for (int i = 0; i < rows; i++) {
                vector.setBigDecimal(i, BigDecimal.valueOf(money.micros()[first + i], DECIMALS));
            }
        } else {
            IdColumn ids = (IdColumn) column;
            for (int i = 0; i < rows; i++) {
                vector.setString(i, ids.id(first + i));
            }
        }
    }

    private static void fill(DuckDBWritableVector vector, float[] values, int first, int rows) {
        for (int i = 0; i < rows; i++) {
            if (Float.isNaN(values[first + i])) {
                vector.setNull(i);
            } else {
                vector.setFloat(i, values[first + i]);
            }
        }
    }

    private static void fill(DuckDBWritableVector vector, long[] micros, int first, int rows) {
        for (int i = 0; i < rows; i++) {
            long at = micros[first + i];
            if (at == InstantColumn.MISSING) {
                vector.setNull(i);
            } else {
                Instant instant = Instant.EPOCH.plus(at, ChronoUnit.MICROS);
                vector.setOffsetDateTime(i, instant.atOffset(ZoneOffset.UTC));
            }
        }
    }

    private static void fill(
            DuckDBWritableVector vector, CategoryColumn categories, int first, int rows) {
        for (int i = 0; i < rows; i++) {
            String word = categories.word(first + i);
            if (word == null) {
                vector.setNull(i);
            } else {
                vector.setString(i, word);
            }
        }
    }
}
