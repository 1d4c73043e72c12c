package r33vouchercdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Path("/vouchers")
@RequestScoped
public class VoucherResource {

    @Inject
    private VoucherBook book;

    private final Map<String, Integer> results = new HashMap<>();
    private int total;

    @POST
    @Path("{customer}")
    public String redeem(@PathParam("customer") String customer, @QueryParam("code") List<String> codes) {
        for (String code : codes) {
            int value = book.redeem(code, customer);
            total += value;
            if (!results.containsKey(code)) {
                results.put(code, value);
            }
        }
        return total + " " + results;
    }
}
