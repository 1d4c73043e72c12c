package r28checkoutwizard;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** State of one checkout; a new object per use. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CheckoutWizard {

    private final List<String> problems = new ArrayList<>();
    private int step;
    private long cents;

    public CheckoutWizard address(String address) {
        step++;
        if (address == null || address.isBlank()) {
            problems.add("address");
        }
        return this;
    }

    public CheckoutWizard item(String sku, long price) {
        step++;
        if (price <= 0) {
            problems.add(sku);
        } else {
            cents += price;
        }
        return this;
    }

    public String finish() {
        return problems.isEmpty() ? "ok " + cents : "failed in " + step + ": " + problems;
    }
}
