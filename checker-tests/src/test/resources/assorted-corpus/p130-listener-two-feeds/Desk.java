package lon.feeds;

import java.util.function.Supplier;

public class Desk {
  public void open(Supplier<String> cash, Supplier<String> futures) {
    Portfolio p = new Portfolio();
    Curve c = new Curve();
    Feed f1 = new Feed(cash).listen(p);
    Feed f2 = new Feed(futures).listen(p).listen(c);
    f1.open("cash");
    f2.open("futures");
  }
}
