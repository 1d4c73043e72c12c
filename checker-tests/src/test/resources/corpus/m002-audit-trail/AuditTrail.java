package ch.revisio.audit;

import java.text.NumberFormat;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Formatters that carry state, shared by all threads of a stream. */
class AuditTrail {
  private final SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
  private final Calendar calendar = Calendar.getInstance();
  private final StringJoiner trail = new StringJoiner("\n");
  private final StringBuilder errors = new StringBuilder();

  void render(List<Date> dates) {
    dates.parallelStream()
        .forEach(
            date -> {
              String text = format.format(date); // RACE unsafe-collection
              trail.add(text); // RACE unsafe-collection
            });
  }

  long weekdays(List<String> dates) {
    return dates.parallelStream().filter(this::isWeekday).count();
  }

  private boolean isWeekday(String date) {
    try {
      Date parsed = format.parse(date); // RACE unsafe-collection
      calendar.setTime(parsed); // RACE unsafe-collection #1
      return calendar.get(Calendar.DAY_OF_WEEK) != Calendar.SUNDAY; // RACE unsafe-collection #1
    } catch (ParseException e) {
      errors.append(date); // RACE unsafe-collection
      return false;
    }
  }

  String trail() {
    return trail + " " + errors;
  }
}

/** Immutable formatters, formatters per thread, formatters per call, or a lock around the one. */
class SteadyAuditTrail {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final ThreadLocal<SimpleDateFormat> PER_THREAD =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));

  private final NumberFormat numbers = NumberFormat.getInstance(Locale.GERMANY);
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

  String days(List<LocalDate> dates) {
    return dates.parallelStream().map(DAY::format).collect(Collectors.joining("\n"));
  }

  List<String> render(List<Date> dates) {
    return dates.parallelStream()
        .map(date -> PER_THREAD.get().format(date))
        .collect(Collectors.toList());
  }

  List<String> renderFresh(List<Date> dates) {
    return dates.parallelStream()
        .map(
            date -> {
              StringBuilder line = new StringBuilder("- ");
              line.append(new SimpleDateFormat("dd.MM.").format(date));
              return line.toString();
            })
        .collect(Collectors.toList());
  }

  double sum(List<String> amounts) {
    return amounts.parallelStream().mapToDouble(this::parse).sum();
  }

  private double parse(String amount) {
    try {
      synchronized (numbers) {
        return numbers.parse(amount).doubleValue();
      }
    } catch (ParseException e) {
      errors.add(amount);
      return 0;
    }
  }
}
