package programs;

/** A smoothed value and its deviation, both volatile, read into locals in between. */
class ThermostatMean {
  private volatile double mean;
  private volatile double deviation;
  private long samples;
  private static double recorded;

  ThermostatMean(double first) {
    this.mean = first;
  }

  double observe(double degrees) {
    double before = mean;
    double error = degrees - before;
    mean = before + 0.5 * error;
    double surprise = Math.abs(error) - deviation;
    deviation += 0.25 * surprise;
    samples++;
    return error;
  }

  double estimate() {
    return mean + deviation;
  }

  long samples() {
    return samples;
  }

  static void note(double amount) {
    recorded += amount;
  }

  static String single() {
    ThermostatMean thermostat = new ThermostatMean(20);
    String errors = thermostat.observe(22) + " " + thermostat.observe(18);
    return errors + " " + thermostat.estimate() + " " + thermostat.samples();
  }

  static long lost() {
    ThermostatMean thermostat = new ThermostatMean(20);
    double before = recorded;
    Trial.race(
        i -> {
          thermostat.observe(21);
          note(1);
        });
    return Trial.TOTAL - thermostat.samples() + Math.round(Trial.TOTAL - recorded + before);
  }
}
