package io.calllog.offenders.domain.officer;

import io.calllog.offenders.domain.client.Client;
import java.util.List;

/** An aggregate with references to other aggregates instead of their ids. */
public record Officer(OfficerId id, Client favourite, List<Client> clients) {}
