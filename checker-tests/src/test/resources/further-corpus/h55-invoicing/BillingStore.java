package invoicing;

import java.util.List;

public interface BillingStore {

    void charge(String customer, long amount);

    void calls(String customer, long n);

    void mail(String customer);

    List<String> rateLines();
}
