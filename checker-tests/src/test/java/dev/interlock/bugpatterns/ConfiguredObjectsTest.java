package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that are still being configured, by a builder or by the container that will use them. */
final class ConfiguredObjectsTest {
  private static final String FILTER =
      """
      package javax.servlet;

      public interface Filter {
        void doFilter(String in, String out);
      }
      """;

  @Test
  void builderWhoseOwnerCompletesItUnderItsOwnLock() {
    CheckTester.of(
            """
            class Bakery {
              private int ovens;

              public synchronized String bake(Order order) {
                ovens++;
                order.topping = order.topping == null ? "salt" : order.topping + "!";
                return order.topping;
              }

              class Order {
                private String topping;

                public Order topping(String wish) {
                  this.topping = wish;
                  return this;
                }

                public String bake() {
                  return Bakery.this.bake(this);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void accountThatItsBankGuards() {
    CheckTester.of(
            """
            class Bank {
              private int transfers;

              public synchronized void pay(Account account, long amount) {
                transfers++;
                account.balance += amount;
              }

              class Account {
                private long balance;

                public void reset(long value) {
                  this.balance = value; // BUG: InconsistentLocking
                }

                public void pay(long amount) {
                  Bank.this.pay(this, amount);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void propertyThatIsSetOnlyBeforeTheObjectIsPutToUse() {
    CheckTester.of(
            """
            class Depot {
              private final Object lock = new Object();
              private boolean open;
              private String address;
              private String owner;
              private boolean closed;
              private String sign;

              public void setAddress(String value) {
                if (open) {
                  throw new IllegalStateException();
                }
                this.address = value;
              }

              public void setOwner(String value) {
                this.owner = value; // BUG: InconsistentLocking
              }

              public void setSign(String value) {
                if (closed) {
                  throw new IllegalStateException();
                }
                this.sign = value; // BUG: InconsistentLocking
              }

              public void close() {
                closed = true;
              }

              public void paint() {
                synchronized (lock) {
                  sign = sign + "!";
                }
              }

              public String open() {
                synchronized (lock) {
                  address = address + " (open)";
                  owner = owner + "!";
                  open = true;
                  return address + owner;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void propertiesThatTheContainerSetsBeforeRequestsCome() {
    CheckTester.of(
            FILTER,
            """
            import java.util.HashSet;
            import java.util.Set;
            import javax.servlet.Filter;

            class Doors implements Filter {
              private final Set<String> open = new HashSet<>();
              private int allowed;

              public void setOpen(String doors) {
                for (String door : doors.split(",")) {
                  open.add(door);
                }
              }

              @Override
              public void doFilter(String in, String out) {
                if (open.contains(in)) {
                  allowed++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sameSetWhenRequestsChangeIt() {
    CheckTester.of(
            FILTER,
            """
            import java.util.HashSet;
            import java.util.Set;
            import javax.servlet.Filter;

            class Doors implements Filter {
              private final Set<String> open = new HashSet<>();

              public void setOpen(String doors) {
                for (String door : doors.split(",")) {
                  open.add(door); // BUG: UnguardedCollectionMutation
                }
              }

              @Override
              public void doFilter(String in, String out) {
                setOpen(in);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
