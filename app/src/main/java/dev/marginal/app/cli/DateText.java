package dev.marginal.app.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date, such as 2026-11-21. */
final class DateText implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException misread) {
            throw new TypeConversionException(
                    "'%s' is not a date, such as 2026-11-21".formatted(text));
        }
    }
}
