package dev.interlock.fixes;

import com.google.errorprone.VisitorState;
import java.util.Optional;

/** Which family of fixes the user would rather have. */
enum Preference {
  /** What an expert would choose. */
  NONE,
  /** Atomic variables and concurrent collections wherever they do. */
  ATOMIC,
  /** Locks. */
  MUTEX;

  private static final String OPTION = "Interlock:Fix";

  static Preference of(VisitorState state) {
    Optional<String> value = state.errorProneOptions().getFlags().get(OPTION);
    return switch (value.orElse("")) {
      case "atomic" -> ATOMIC;
      case "mutex" -> MUTEX;
      default -> NONE;
    };
  }
}
