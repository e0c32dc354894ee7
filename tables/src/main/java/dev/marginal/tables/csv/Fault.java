package dev.marginal.tables.csv;

/** What can be wrong with the shape of a record, besides the number of its cells. */
enum Fault {
    NOT_UTF8("must be UTF-8 text", "Save the file as CSV UTF-8."),
    NUL("must not hold a NUL byte", "Save the file as CSV UTF-8."),
    OPEN_QUOTE(
            "must close its quote",
            "Maybe a \" is missing at the end of the cell, or one inside must be written twice."),
    TEXT_AFTER_QUOTE(
            "must end at its closing quote", "Maybe a \" inside the cell must be written twice."),
    SPACE_BEFORE_QUOTE(
            "must begin with its quote", "Remove the spaces between the delimiter and the quote."),
    LONE_RETURN(
            "must not hold a lone carriage return",
            "Save the file with LF or CRLF at the end of each line."),
    TOO_LONG("must stand in a row below 2,000,000 bytes", "Maybe a quote before it is not closed.");

    private final String expectation;
    private final String advice;

    Fault(String expectation, String advice) {
        this.expectation = expectation;
        this.advice = advice;
    }

    String expectation() {
        return expectation;
    }

    String advice() {
        return advice;
    }
}
