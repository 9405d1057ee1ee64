/** Use cases for the move from the Node backend. */
@NullMarked
package io.calllog.application.migration.service;

import org.jspecify.annotations.NullMarked;
