package k13;

import java.util.HashMap;
import java.util.Map;

/** Hands out identifiers from blocks of {@code incrementSize} that the database sequence reserves. */
public final class PooledOptimizer implements IdOptimizer {
    private static class GenerationState {
        private long hiValue;
        private long value;
    }

    private final int incrementSize;
    private GenerationState noTenantState;
    private Map<String, GenerationState> tenantSpecificState;

    public PooledOptimizer(int incrementSize) {
        this.incrementSize = incrementSize;
    }

    @Override
    public synchronized long generate(String tenant, SequenceCall call) {
        final GenerationState state = locateGenerationState(tenant);
        if (state.hiValue == 0) {
            state.value = call.nextValue();
            state.hiValue = call.nextValue();
        } else if (state.value >= state.hiValue) {
            state.hiValue = call.nextValue();
            state.value = state.hiValue - incrementSize;
        }
        return state.value++;
    }

    private GenerationState locateGenerationState(String tenant) {
        if (tenant == null) {
            if (noTenantState == null) {
                noTenantState = new GenerationState();
            }
            return noTenantState;
        }
        GenerationState state;
        if (tenantSpecificState == null) {
            tenantSpecificState = new HashMap<>();
            state = new GenerationState();
            tenantSpecificState.put(tenant, state);
        } else {
            state = tenantSpecificState.get(tenant);
            if (state == null) {
                state = new GenerationState();
                tenantSpecificState.put(tenant, state);
            }
        }
        return state;
    }
}
