package r28checkoutwizard;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

@RestController
public class CheckoutController {

    /** Collects what the access log wants to know about the request. */
    @Component
    @RequestScope
    public static class RequestNotes {
        private int lookups;
        private String slowest = "";

        public void lookup(String what) {
            lookups++;
            if (what.length() > slowest.length()) {
                slowest = what;
            }
        }

        @Override
        public String toString() {
            return lookups + "/" + slowest;
        }
    }

    private final ObjectProvider<CheckoutWizard> wizards;
    private final RequestNotes notes;

    public CheckoutController(ObjectProvider<CheckoutWizard> wizards, RequestNotes notes) {
        this.wizards = wizards;
        this.notes = notes;
    }

    @PostMapping("/checkout/{address}")
    public String checkout(@PathVariable("address") String address, @RequestBody Map<String, Long> cart) {
        CheckoutWizard wizard = wizards.getObject().address(address);
        cart.forEach((sku, price) -> {
            notes.lookup(sku);
            wizard.item(sku, price);
        });
        return wizard.finish() + " " + notes;
    }
}
