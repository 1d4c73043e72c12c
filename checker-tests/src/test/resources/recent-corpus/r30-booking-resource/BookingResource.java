package r30bookingresource;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@Path("/hotels/{hotel}/bookings")
@Produces(MediaType.TEXT_PLAIN)
public class BookingResource {

    /** Registered by class: the container makes a resource per request. */
    public static class HotelApplication extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(BookingResource.class);
        }
    }

    private static final Map<String, Integer> FREE = new ConcurrentHashMap<>();

    @PathParam("hotel")
    private String hotel;

    @QueryParam("nights")
    @DefaultValue("1")
    private int nights;

    private final List<LocalDate> refused = new ArrayList<>();
    private Map<String, Integer> seen;
    private int booked;

    @POST
    @Path("{from}")
    public Response book(@PathParam("from") String from) {
        LocalDate day = LocalDate.parse(from);
        if (nights > 28) {
            nights = 28;
        }
        while (nights > 0) {
            if (take(day)) {
                booked++;
            } else {
                refused.add(day);
            }
            remember(day);
            day = day.plusDays(1);
            nights--;
        }
        return Response.ok(booked + " booked, refused " + refused + " seen " + seen).build();
    }

    @GET
    @Path("{day}")
    public int free(@PathParam("day") String day) {
        return FREE.getOrDefault(hotel + day, 20);
    }

    private boolean take(LocalDate day) {
        boolean[] taken = new boolean[1];
        FREE.compute(hotel + day, (k, free) -> {
            int left = free == null ? 20 : free;
            taken[0] = left > 0;
            return taken[0] ? left - 1 : 0;
        });
        return taken[0];
    }

    private void remember(LocalDate day) {
        if (seen == null) {
            seen = new HashMap<>();
        }
        seen.put(hotel + day, seen.size());
    }
}
